export const expressionMessages = {} as const;
