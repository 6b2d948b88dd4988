import type { Refusal } from "@cho-lang/shared/contracts/checkout";

/** The HTTP client of Medusa's test runner, as far as tests use it. */
export interface Api {
  get<T = Refused>(url: string, config?: object): Promise<Answer<T>>;
  post<T = Refused>(url: string, body?: unknown, config?: object): Promise<Answer<T>>;
  delete<T = Refused>(url: string, config?: object): Promise<Answer<T>>;
}
/** What a test may look at without naming the answer that it expects: why it was refused. */
export type Refused = Partial<Refusal>;
export type Answer<T = Refused> = { status: number; data: T; headers: Record<string, string> };
/** What signing in or registering answers. */
export type Token = { token: string };
