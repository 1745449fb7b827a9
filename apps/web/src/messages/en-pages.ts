export const pageMessages = {} as const;
