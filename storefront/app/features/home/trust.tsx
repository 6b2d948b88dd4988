import { useHref, usePhrases } from "~/language/phrases";
import { SEAL_MONTHS, Seal } from "~/ui/seal";
import { SectionHead } from "~/ui/section-head";
import { type ProvinceCount, ProvinceMap } from "./province-map";

/** What the stars mean, the field in which anyone checks a certificate, and a small map. */
export function Trust({ provinces }: { provinces: readonly ProvinceCount[] }) {
  return (
    <div className="wrap section trust">
      <Stars />
      <Check />
      <ProvinceMap provinces={provinces} />
    </div>
  );
}

function Stars() {
  const { home } = usePhrases();
  return (
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
      <div className="star-row border-b-0">
        <Seal stars={4} state="in_force" monthsLeft={9} />
        <p className="small quiet max-w-lg">{home.notches}</p>
      </div>
    </section>
  );
}

function Check() {
  const { home } = usePhrases();
  const href = useHref();
  return (
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
    </section>
  );
}
