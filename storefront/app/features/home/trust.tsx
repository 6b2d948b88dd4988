import { useHref, usePhrases } from "~/language/phrases";
import { SEAL_MONTHS, Seal } from "~/ui/seal";
import { SectionHead } from "~/ui/section-head";

/** What the stars mean, and the field in which anyone checks a certificate. */
export function Trust() {
  const { home } = usePhrases();
  const href = useHref();
  return (
    <div className="wrap section trust">
      <section aria-labelledby="stars">
        <SectionHead title={home.starsMean} id="stars" />
        <ul className="mt-4">
          {home.stars.map(({ stars, title, text }) => (
            <li key={stars} className="star-row">
              <Seal stars={stars} state="in_force" monthsLeft={SEAL_MONTHS} />
              <div>
                <h3 className="t-sub">{title}</h3>
                <p className="quiet">{text}</p>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="check">
        <SectionHead title={home.verify} id="check" />
        <form className="mt-4" action={href("/verify")}>
          <label htmlFor="number">{home.verifyLabel}</label>
          <div className="join mt-3">
            <input
              className="input"
              id="number"
              name="number"
              required
              maxLength={60}
              placeholder={home.verifyHint}
              autoComplete="off"
            />
            <button type="submit" className="btn">
              {home.verifyDo}
            </button>
          </div>
        </form>
        <div className="mt-10 flex items-center gap-5">
          <Seal stars={4} state="in_force" monthsLeft={22} />
          <Seal stars={4} state="expired" monthsLeft={0} />
        </div>
        <p className="small quiet mt-4 max-w-lg">{home.notches}</p>
      </section>
    </div>
  );
}
