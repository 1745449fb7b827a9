export const pageMessages = {
  'signIn.title': 'Sign in',
  'signIn.to': 'to {workspace}',
  'signIn.email': 'E-mail',
  'signIn.password': 'Password',
  'signIn.submit': 'Sign in',
  'signIn.busy': 'Signing in…',
  'signIn.help': 'No account? Ask the person who runs this workspace for an invitation link.',

  'firstRun.title': 'Set up your workspace',
  'firstRun.intro':
    'You are the first one here. This account will be the administrator; everything stays on this machine.',
  'firstRun.name': 'Your name',
  'firstRun.email': 'E-mail',
  'firstRun.password': 'Password',
  'firstRun.passwordHint': 'At least 10 characters.',
  'firstRun.passwordTooShort': { one: 'Add {count} more character.', other: 'Add {count} more characters.' },
  'firstRun.workspace': 'Workspace name',
  'firstRun.workspaceHint': 'Usually your company. You can change it later.',
  'firstRun.submit': 'Create the workspace',
  'firstRun.busy': 'Creating…',
  'firstRun.chooseTitle': 'How do you want to start?',
  'firstRun.chooseIntro': 'Nothing is final: data can be imported at any time, and spaces archived.',
  'firstRun.sample': 'Explore a sample workspace',
  'firstRun.sampleText':
    'A year of one product company: feedback, ideas with evidence, scores and a roadmap.',
  'firstRun.import': 'Import my data',
  'firstRun.importText': 'CSV, Jira or GitHub. You see what will happen before anything does.',
  'firstRun.empty': 'Start with a template',
  'firstRun.emptyText':
    'Choose a ready-made space: discovery, roadmap, RICE, customer feedback, bug triage and more.',
  'firstRun.drop': 'Or drop a file anywhere on this page.',

  'home.noSpaces': 'No spaces yet',
  'home.noSpacesText': 'A space holds the ideas, views and pages of one product area or department.',

  'settings.sections': 'Settings sections',

  'error.title': 'Something broke on this page',
  'error.text':
    'Your data is safe: what you typed is kept and saved changes are on the server. Reload the page; if it happens again, pass on the details below.',
  'error.reload': 'Reload',
  'error.home': 'Go to the start page',
  'error.details': 'Technical details',
  'error.copy': 'Copy the details',
  'error.copied': 'Copied',
  'notFound.title': 'There is nothing at this address',
  'notFound.text':
    'It may have been moved or removed, or it belongs to a space you cannot see. Search for it, or ask who sent you the link.',
} as const;
