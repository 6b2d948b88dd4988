import type { ProducerMe } from "@cho-lang/shared/contracts/producer";
import { Link, useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { barePath, hrefIn, useHref, useLanguage, usePhrases } from "~/language/phrases";
import { Icon, type IconName } from "~/ui/icon";
import { Notice } from "~/ui/notice";

/** Head, tabs and the page itself: what every page inside the shop has around it. */
export function PortalFrame({ me, children }: { me: ProducerMe; children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <PortalHead
        name={me.producer.name}
        path="/producer"
        scans={me.actions.includes("check_in")}
      />
      <div className="wrap portal">
        <Tabs actions={me.actions} waiting={me.requests.waiting} />
        <Main>
          <ShopState status={me.producer.status} />
          {children}
        </Main>
      </div>
    </>
  );
}

/** The frame of the pages before the door: our mark, and no tabs. */
export function DoorFrame({ children }: { children: ReactNode }) {
  const { portal } = usePhrases();
  return (
    <>
      <SkipLink />
      <PortalHead name={portal.name} path="/producer/login" />
      <Main>{children}</Main>
    </>
  );
}

function SkipLink() {
  const { common } = usePhrases();
  return (
    <a className="skip" href="#main">
      {common.skip}
    </a>
  );
}

function PortalHead(facts: { name: string; path: string; scans?: boolean }) {
  const { name, path, scans = false } = facts;
  const { common, portal } = usePhrases();
  const href = useHref();
  const other = useLanguage() === "vi" ? "en" : "vi";
  const { pathname, search } = useLocation();
  return (
    <header className="portal-head">
      <div className="wrap portal-head-row">
        <Link className="portal-name" to={href(path)}>
          <img src="/pictures/mark.svg" width="36" height="36" alt="" />
          <span>{name}</span>
        </Link>
        <div className="portal-head-end">
          <a
            className="tap link small"
            href={hrefIn(other, barePath(pathname)) + search}
            hrefLang={other}
            lang={other}
          >
            {common.otherLanguage}
          </a>
          {scans ? (
            <Link
              className="icon-link"
              to={href("/producer/check-in")}
              aria-label={portal.visits.checkIn}
            >
              <Icon name="qr" />
            </Link>
          ) : null}
        </div>
      </div>
    </header>
  );
}

/** The page; a new one takes the focus, as a freshly loaded document would. */
function Main({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <main id="main" className="portal-main" tabIndex={-1} ref={main}>
      {children}
    </main>
  );
}

type Tab = {
  name: "today" | "orders" | "visits" | "products" | "requests" | "certificates" | "more";
  path: string;
  icon: IconName;
  /** What a member must be allowed to do; anybody may see a tab without one. */
  action?: string;
  /** Five fit beside each other on a phone; the others are found under "more" there. */
  isDeskOnly?: true;
};
const TABS: readonly Tab[] = [
  { name: "today", path: "/producer", icon: "home" },
  { name: "orders", path: "/producer/orders", icon: "box", action: "read_orders" },
  { name: "visits", path: "/producer/visits", icon: "calendar", action: "read_visits" },
  { name: "products", path: "/producer/products", icon: "leaf", action: "read_products" },
  {
    name: "requests",
    path: "/producer/requests",
    icon: "return",
    action: "read_orders",
    isDeskOnly: true,
  },
  {
    name: "certificates",
    path: "/producer/certificates",
    icon: "seal",
    action: "read_certificates",
    isDeskOnly: true,
  },
  { name: "more", path: "/producer/more", icon: "more" },
];

/** Tabs at the bottom of a phone, a rail beside the page on a desk; only those that will open. */
function Tabs({ actions, waiting }: { actions: readonly string[]; waiting: number }) {
  const { portal } = usePhrases();
  const href = useHref();
  const here = barePath(useLocation().pathname);
  return (
    <nav className="tabs" aria-label={portal.tabsLabel}>
      {TABS.filter(({ action }) => !action || actions.includes(action)).map((tab) => (
        <Link
          key={tab.name}
          to={href(tab.path)}
          aria-current={currentness(tab, here)}
          className={tab.isDeskOnly ? "tab-desk" : undefined}
        >
          <Icon name={tab.icon} />
          <span>
            {portal.tabs[tab.name]}
            {waiting > 0 && (tab.name === "requests" || tab.name === "more") ? (
              <Waiting count={waiting} isPhoneOnly={tab.name === "more"} />
            ) : null}
          </span>
        </Link>
      ))}
    </nav>
  );
}

/** How many requests wait; beside "more" only where their own tab is not shown. */
function Waiting({ count, isPhoneOnly }: { count: number; isPhoneOnly: boolean }) {
  const { requests } = usePhrases().portal;
  return (
    <span className={isPhoneOnly ? "tab-count tab-phone" : "tab-count"}>
      <span aria-hidden="true">{count}</span>
      <span className="sr">{requests.waitingSpoken(count)}</span>
    </span>
  );
}

function currentness({ name, path }: Tab, here: string): "page" | "true" | undefined {
  if (here === path) return "page";
  if (name === "today") return undefined;
  const isInside =
    here.startsWith(`${path}/`) ||
    (name === "more" && here === "/producer/team") ||
    (name === "visits" && here === "/producer/check-in");
  return isInside ? "true" : undefined;
}

/** Why buyers cannot buy, on every page while it is so. */
function ShopState({ status }: { status: string }) {
  const { portal } = usePhrases();
  if (!Object.hasOwn(portal.shopStates, status)) return null;
  return (
    <Notice icon="warn" className="mb-4">
      {portal.shopStates[status as keyof typeof portal.shopStates]}
    </Notice>
  );
}
