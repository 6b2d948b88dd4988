import type { UnitKind } from "@cho-lang/shared/domain/booking";
import type { ReactNode } from "react";
import { partyWords, startWords } from "~/features/booking/visit-words";
import { useLanguage } from "~/language/phrases";

type VisitFactsProps = {
  visit: {
    starts_at: string;
    party: { kind: UnitKind; count: number }[];
    meeting_point: string;
  };
  /** What stands before the meeting point. */
  meetingLabel: string;
  children?: ReactNode;
};

/** A booked visit in a list of lines: when, who comes, where to meet. */
export function VisitFacts({ visit, meetingLabel, children }: VisitFactsProps) {
  const language = useLanguage();
  return (
    <div className="small">
      <p className="font-medium">
        <time dateTime={visit.starts_at}>{startWords(visit.starts_at, language)}</time>
      </p>
      <p>{partyWords(visit.party, language)}</p>
      {visit.meeting_point ? (
        <p className="quiet">
          {meetingLabel} {visit.meeting_point}
        </p>
      ) : null}
      {children}
    </div>
  );
}
