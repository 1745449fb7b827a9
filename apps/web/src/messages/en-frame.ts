export const frameMessages = {} as const;
