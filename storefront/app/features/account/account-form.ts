/** Fields of the account's forms. */
export type AccountField = "full_name" | "email" | "password";
export type AccountFaults = Partial<Record<AccountField, string>>;

/** What a refused form shows again; never a password. */
export type AccountAnswer = {
  values: { full_name: string; email: string };
  faults: AccountFaults;
  /** Why the whole form was refused. */
  refusal: string | null;
  /** Set once a link for a new password is on its way, to whatever address. */
  sentTo?: string;
  /** The link for a new password is no longer good. */
  isExpired?: boolean;
};

/** Lengths of a password, in characters. */
export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 200;
