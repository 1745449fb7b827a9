import { SignInPage } from '../pages/sign-in-page.tsx';
import { useGo, useSearchTexts } from '../router/router-context.ts';
import { useApp } from './app-context.ts';

export function SignInRoute() {
  const go = useGo();
  const { session } = useApp();
  const [{ to = '/' }] = useSearchTexts();
  return (
    <SignInPage
      onSignIn={async (credentials) => {
        const refusal = await session.signIn(credentials);
        if (refusal === undefined) go(isOwnPath(to) ? to : '/');
        return refusal;
      }}
    />
  );
}

/** Only addresses of this app: a link must not send people elsewhere after they sign in. */
function isOwnPath(path: string): boolean {
  return path.startsWith('/') && !path.startsWith('//') && !path.startsWith('/\\');
}
