import { getRouteApi, useRouter } from '@tanstack/react-router';
import { SignInPage } from '../pages/sign-in-page.tsx';

const route = getRouteApi('/sign-in');

export function SignInRoute() {
  const router = useRouter();
  const { to = '/' } = route.useSearch();
  const { session } = route.useRouteContext();
  return (
    <SignInPage
      onSignIn={async (credentials) => {
        const refusal = await session.signIn(credentials);
        if (refusal === undefined) await router.navigate({ href: to });
        return refusal;
      }}
    />
  );
}
