import { useHref, usePhrases } from "~/language/phrases";
import { Wordmark } from "./head";

/** The end of every shopper's page. */
export function Foot() {
  const { common } = usePhrases();
  const href = useHref();
  return (
    <footer className="foot">
      <div className="wrap foot-grid">
        <div className="foot-wide">
          <Wordmark />
          <p className="quiet mt-3 max-w-md">{common.footAbout}</p>
        </div>
        <div>
          <h2>{common.footBuyers}</h2>
          <a href={href("/products")}>{common.navProducts}</a>
          <a href={href("/tours")}>{common.footVisits}</a>
          <a href={href("/account")}>{common.navAccount}</a>
        </div>
        <div>
          <h2>{common.footMakers}</h2>
          <a href={href("/producer")}>{common.footPortal}</a>
        </div>
        <div className="foot-wide">
          <h2>{common.footMisuse}</h2>
          <p className="quiet mt-1">{common.footMisuseText}</p>
          <a href={href("/verify")}>{common.navVerify}</a>
        </div>
      </div>
    </footer>
  );
}
