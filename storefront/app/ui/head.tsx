import { useLocation } from "@remix-run/react";
import { barePath, hrefIn, useHref, useLanguage, usePhrases } from "~/language/phrases";
import { Icon } from "./icon";

/** Wordmark, ways into the market, search, language and cart: the top of every shopper's page. */
export function Head() {
  const { common } = usePhrases();
  const href = useHref();
  return (
    <>
      <a className="skip" href="#main">
        {common.skip}
      </a>
      <header className="head">
        <div className="wrap head-row">
          <Wordmark />
          <nav className="head-nav" aria-label={common.mainMenu}>
            <NavLinks />
          </nav>
          <search className="head-search" data-suggest-under>
            <SearchForm />
          </search>
          <Languages />
          <a className="icon-link head-account" href={href("/account")}>
            <Icon name="person" />
            <span className="sr">{common.navAccount}</span>
          </a>
          <details className="drop">
            <summary className="icon-link">
              <Icon name="search" />
              <span className="sr">{common.search}</span>
            </summary>
            <search className="drop-panel">
              <SearchForm isLarge />
            </search>
          </details>
          <a className="icon-link" href={href("/cart")}>
            <Icon name="basket" />
            <span className="sr">{common.cart}</span>
            <span className="count" data-cart-count />
          </a>
          <details className="drop">
            <summary className="icon-link">
              <Icon name="menu" />
              <span className="sr">{common.menu}</span>
            </summary>
            <nav className="drop-panel" aria-label={common.menu}>
              <NavLinks />
              <a href={href("/account")}>{common.navAccount}</a>
              <OtherLanguage />
            </nav>
          </details>
        </div>
      </header>
    </>
  );
}

/** Our mark and name, leading home. */
export function Wordmark() {
  const { common } = usePhrases();
  const href = useHref();
  return (
    <a className="wordmark" href={href("/")}>
      <img src="/pictures/mark.svg" width="36" height="36" alt="" />
      {common.marketName}
    </a>
  );
}

function NavLinks() {
  const { common } = usePhrases();
  const href = useHref();
  const here = barePath(useLocation().pathname);
  const ways = [
    ["/products", common.navProducts],
    ["/tours", common.navTours],
    ["/verify", common.navVerify],
  ] as const;
  return ways.map(([path, label]) => (
    <a
      key={path}
      href={href(path)}
      aria-current={here === path ? "page" : here.startsWith(`${path}/`) ? "true" : undefined}
    >
      {label}
    </a>
  ));
}

function SearchForm({ isLarge = false }: { isLarge?: boolean }) {
  const { common } = usePhrases();
  const href = useHref();
  const { pathname, search } = useLocation();
  const isCatalog = ["/products", "/tours"].includes(barePath(pathname));
  const asked = isCatalog ? (new URLSearchParams(search).get("q") ?? "") : "";
  return (
    <form
      className={isLarge ? "join" : "contents"}
      action={href("/products")}
      data-search
      {...(isLarge ? { "data-suggest-under": "" } : {})}
    >
      {isLarge ? null : (
        <button type="submit" aria-label={common.search}>
          <Icon name="search" size={20} />
        </button>
      )}
      <input
        className={isLarge ? "input" : undefined}
        type="search"
        name="q"
        maxLength={200}
        defaultValue={asked}
        placeholder={common.searchHint}
        aria-label={common.searchLabel}
        autoComplete="off"
        autoCapitalize="none"
        enterKeyHint="search"
        data-suggest={href("/suggest")}
      />
      {isLarge ? (
        <button type="submit" className="btn">
          {common.search}
        </button>
      ) : null}
    </form>
  );
}

function Languages() {
  const { common } = usePhrases();
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const bare = barePath(pathname);
  return (
    <nav className="languages" aria-label={common.languageLabel}>
      {(["vi", "en"] as const).map((each) => (
        <a
          key={each}
          href={hrefIn(each, bare) + search}
          hrefLang={each}
          lang={each}
          aria-label={each === "vi" ? "Tiếng Việt" : "English"}
          aria-current={each === language ? "true" : undefined}
        >
          {each.toUpperCase()}
        </a>
      ))}
    </nav>
  );
}

function OtherLanguage() {
  const { common } = usePhrases();
  const other = useLanguage() === "vi" ? "en" : "vi";
  const { pathname, search } = useLocation();
  return (
    <a href={hrefIn(other, barePath(pathname)) + search} hrefLang={other} lang={other}>
      {common.otherLanguage}
    </a>
  );
}
