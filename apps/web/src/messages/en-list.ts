export const listMessages = {} as const;
