import { SurveyPage } from '../features/surveys/survey-page.tsx';
import { usePathPart } from '../router/router-context.ts';

export function SurveyRoute() {
  const id = usePathPart('survey');
  return <SurveyPage key={id} id={id} />;
}
