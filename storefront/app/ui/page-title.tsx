/** About as many letters as the sign painter's capitals can carry. */
const SIGN_LETTERS = 38;

/** The name of one thing as the page's title: in sign letters while short, else to be read. */
export function PageTitle({ children }: { children: string }) {
  return <h1 className={children.length <= SIGN_LETTERS ? "t-thing" : "t-long"}>{children}</h1>;
}
