export const fieldMessages = {} as const;
