export const purchase = {};
