import { formatVnd } from "@cho-lang/shared/money";
import { Maker } from "~/features/product/maker";
import { Certificates } from "~/features/product/product-page";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { Breadcrumb } from "~/ui/breadcrumb";
import { ButtonLink } from "~/ui/button";
import { CardRow } from "~/ui/card-row";
import { PageTitle } from "~/ui/page-title";
import { Picture } from "~/ui/picture";
import { SectionHead } from "~/ui/section-head";
import { Stars } from "~/ui/stars";
import { BookingBox } from "./booking-box";
import type { HoldRefusal } from "./hold-seats.server";
import type { TourData } from "./tour.server";
import { TourStory } from "./tour-story";
import { canBook, chooseVisit, priceFrom, type Visit } from "./visit";

/** A visit to a village: the scene, the story by the hour, the calendar with its hold, the host. */
export function TourPage({ found, refusal }: { found: TourData; refusal: HoldRefusal | null }) {
  const { product, common } = usePhrases();
  const href = useHref();
  const { detail, related, today, booking } = found;
  const { province, village, producer } = detail;
  const asked = refusal?.asked ?? found.asked;
  const visit = booking && chooseVisit(booking, asked, found.now);
  return (
    <div className="wrap">
      <Breadcrumb
        crumbs={[
          { label: common.navTours, href: href("/tours") },
          { label: province.name, href: href(`/tours?province=${province.code}`) },
          ...(village ? [{ label: village.name, href: href(`/villages/${village.handle}`) }] : []),
        ]}
      />
      <Picture picture={widest(detail.pictures)} isFirst className="scene" />
      <div className="tour">
        <div className="tour-story">
          <PageTitle>{detail.title}</PageTitle>
          <StarLine stars={detail.stars} />
          <p className="lead mt-3 whitespace-pre-line">{detail.story}</p>
          <TourStory detail={detail} booking={booking} visit={visit} />
        </div>
        <aside className="tour-visit" id="visit" data-visit data-buy tabIndex={-1}>
          <BookingBox
            booking={booking}
            visit={visit}
            asked={asked}
            refused={refusal?.fault ?? null}
            phone={producer.phone}
          />
        </aside>
        <div className="tour-certificates">
          <Certificates detail={detail} today={today} />
        </div>
      </div>
      <Maker detail={detail} title={product.tour.hostTitle} />
      {related.length > 0 ? (
        <section className="section">
          <SectionHead title={product.tour.others}>
            <a className="link tap" href={href(`/tours?province=${province.code}`)}>
              {product.tour.othersAll}
            </a>
          </SectionHead>
          <CardRow hits={related} />
        </section>
      ) : null}
      <DayBar booking={booking} visit={visit} />
    </div>
  );
}

function StarLine({ stars }: { stars: number | null }) {
  const { common } = usePhrases();
  if (!stars) return null;
  return (
    <p className="mt-2">
      <Stars stars={stars} />{" "}
      <a className="link tap" href="#certificate">
        {common.ocopStars(stars)}
      </a>
    </p>
  );
}

/** On a phone: price and the way to the calendar while that is out of view. */
function DayBar({ booking, visit }: { booking: TourData["booking"]; visit: Visit | null }) {
  const { booking: words, product } = usePhrases();
  const language = useLanguage();
  if (!booking?.is_bookable || !visit) return null;
  if (booking.next_open_date === null && !booking.days.some(canBook)) return null;
  return (
    <div className="buy-bar" data-buy-bar hidden>
      <p>
        {product.from}{" "}
        <span className="price">{formatVnd(priceFrom(booking, visit.option), language)}</span>
      </p>
      <ButtonLink href="#visit">{words.chooseDayLink}</ButtonLink>
    </div>
  );
}

/** The picture with the widest shape: the scene rather than a detail. */
function widest(pictures: TourData["detail"]["pictures"]) {
  const byShape = [...pictures].sort((a, b) => b.width / b.height - a.width / a.height);
  return byShape[0] ?? null;
}
