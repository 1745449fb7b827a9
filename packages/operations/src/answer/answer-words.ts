/**
 * What a new answer says before anybody edits it, in the languages that portals are kept in. `{name}` is filled in
 * when it goes out, so that no name is kept in drafts or in the log.
 */
type Words = { readonly subject: string; readonly body: string };
type Stages = Readonly<Record<string, Words>>;

export type AnswerFacts = {
  /** Of the idea: planned, active, done or closed. */
  readonly stage: string;
  readonly language: string;
  /** What they asked for, in their words. */
  readonly title: string;
};

export function wordAnswer({ stage, language, title }: AnswerFacts): Words {
  const { subject, body } = (WORDS[language] ?? EN)[stage] ?? { subject: '{title}', body: '{title}' };
  const fill = (text: string): string => text.replaceAll('{title}', () => title);
  return { subject: fill(subject).slice(0, 300), body: fill(body) };
}

const EN: Stages = {
  planned: {
    subject: 'Planned: {title}',
    body: 'Hello {name},\n\nyou asked for “{title}”. It is planned now. We tell you when it is there.\n\nThank you for having told us.',
  },
  active: {
    subject: 'In progress: {title}',
    body: 'Hello {name},\n\nyou asked for “{title}”. We are working on it, and tell you when it is there.\n\nThank you for having told us.',
  },
  done: {
    subject: 'It is there: {title}',
    body: 'Hello {name},\n\nyou asked for “{title}”. It is there now. If it is not what you meant, just answer this mail.\n\nThank you for having told us.',
  },
  closed: {
    subject: 'About your request: {title}',
    body: 'Hello {name},\n\nyou asked for “{title}”. We have looked into it and are not going to build it. If that leaves you stuck, just answer this mail.\n\nThank you for having told us: it helped us decide.',
  },
};

const DE: Stages = {
  planned: {
    subject: 'Geplant: {title}',
    body: 'Hallo {name},\n\ndu hast dir „{title}“ gewünscht. Es ist jetzt geplant. Wir melden uns, wenn es da ist.\n\nDanke, dass du es uns gesagt hast.',
  },
  active: {
    subject: 'In Arbeit: {title}',
    body: 'Hallo {name},\n\ndu hast dir „{title}“ gewünscht. Wir arbeiten daran und melden uns, wenn es da ist.\n\nDanke, dass du es uns gesagt hast.',
  },
  done: {
    subject: 'Es ist da: {title}',
    body: 'Hallo {name},\n\ndu hast dir „{title}“ gewünscht. Jetzt ist es da. Wenn du etwas anderes gemeint hast, antworte einfach auf diese Mail.\n\nDanke, dass du es uns gesagt hast.',
  },
  closed: {
    subject: 'Zu deinem Wunsch: {title}',
    body: 'Hallo {name},\n\ndu hast dir „{title}“ gewünscht. Wir haben es geprüft und werden es nicht bauen. Wenn du dadurch nicht weiterkommst, antworte einfach auf diese Mail.\n\nDanke, dass du es uns gesagt hast: es hat uns bei der Entscheidung geholfen.',
  },
};

const FR: Stages = {
  planned: {
    subject: 'Prévu : {title}',
    body: 'Bonjour {name},\n\nvous avez demandé « {title} ». C’est maintenant prévu. Nous vous dirons quand ce sera prêt.\n\nMerci de nous l’avoir dit.',
  },
  active: {
    subject: 'En cours : {title}',
    body: 'Bonjour {name},\n\nvous avez demandé « {title} ». Nous y travaillons et vous dirons quand ce sera prêt.\n\nMerci de nous l’avoir dit.',
  },
  done: {
    subject: 'C’est prêt : {title}',
    body: 'Bonjour {name},\n\nvous avez demandé « {title} ». C’est disponible. Si ce n’est pas ce que vous vouliez, répondez simplement à ce message.\n\nMerci de nous l’avoir dit.',
  },
  closed: {
    subject: 'À propos de votre demande : {title}',
    body: 'Bonjour {name},\n\nvous avez demandé « {title} ». Après étude, nous n’allons pas le faire. Si cela vous bloque, répondez simplement à ce message.\n\nMerci de nous l’avoir dit : cela nous a aidés à décider.',
  },
};

const ES: Stages = {
  planned: {
    subject: 'Previsto: {title}',
    body: 'Hola, {name}:\n\npediste «{title}». Ya está previsto. Te avisaremos cuando esté.\n\nGracias por decírnoslo.',
  },
  active: {
    subject: 'En curso: {title}',
    body: 'Hola, {name}:\n\npediste «{title}». Estamos en ello y te avisaremos cuando esté.\n\nGracias por decírnoslo.',
  },
  done: {
    subject: 'Ya está: {title}',
    body: 'Hola, {name}:\n\npediste «{title}». Ya está disponible. Si no es lo que querías, responde a este correo.\n\nGracias por decírnoslo.',
  },
  closed: {
    subject: 'Sobre tu petición: {title}',
    body: 'Hola, {name}:\n\npediste «{title}». Lo hemos estudiado y no lo vamos a hacer. Si te deja sin salida, responde a este correo.\n\nGracias por decírnoslo: nos ayudó a decidir.',
  },
};

const WORDS: Readonly<Record<string, Stages>> = { en: EN, de: DE, fr: FR, es: ES };
