import type { ProducerMember, ProducerMembers } from "@cho-lang/shared/contracts/producer";
import { MEMBER_ROLES, memberRoleLabel } from "@cho-lang/shared/domain/producer";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import {
  DoneNotice,
  type PortalAnswer,
  RefusalNotice,
  useFocusOnAnswer,
  usePending,
} from "~/features/portal/answer";
import { stop } from "~/features/portal/deed-form";
import { useMe } from "~/features/portal/me";
import { portalMeta } from "~/features/portal/meta";
import { refusalAnswer } from "~/features/portal/refusal.server";
import { always } from "~/features/portal/revalidate";
import { ask } from "~/features/portal/session.server";
import { hrefIn, languageOf, useHref, useLanguage, usePhrases } from "~/language/phrases";
import { critical } from "~/lib/deadline.server";
import { Button } from "~/ui/button";

/** Critical: the members. Only an owner gets them; others are answered with 403. */
export async function loader({ request }: LoaderFunctionArgs) {
  return critical(ask<ProducerMembers>(request, "/producer/members"));
}

const STATUSES = ["active", "suspended", "removed"] as const;

/** Suspends, removes or lets in again one member. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const intent = String(form.get("member") ?? "");
  const status = STATUSES.find((each) => each === form.get("status"));
  if (!intent || !status) throw new Response(null, { status: 400 });
  const path = `/producer/members/${encodeURIComponent(intent)}`;
  try {
    await ask<ProducerMember>(request, path, { method: "POST", body: { status } });
  } catch (error) {
    return refusalAnswer(error, { intent });
  }
  return redirect(hrefIn(languageOf(request), "/producer/team?done=member"), 303);
}

export const shouldRevalidate = always;

export const meta = portalMeta(({ portal }) => portal.teamTitle);

export default function Team() {
  const { portal } = usePhrases();
  const href = useHref();
  const { members } = useLoaderData<typeof loader>();
  const answer = useActionData<PortalAnswer>() ?? null;
  const place = useFocusOnAnswer<HTMLDivElement>(answer);
  return (
    <div ref={place}>
      <Link className="link tap small" to={href("/producer/more")}>
        {portal.moreTitle}
      </Link>
      <h1 className="t-page">{portal.teamTitle}</h1>
      <p className="quiet mt-2 mb-4">{portal.teamText}</p>
      {answer ? null : <DoneNotice />}
      <RefusalNotice code={answer?.refusal} />
      <ul className="rows rule">
        {members.map((member) => (
          // A changed state folds its questions together again.
          <Member key={`${member.id} ${member.status}`} member={member} />
        ))}
      </ul>
    </div>
  );
}

function Member({ member }: { member: ProducerMember }) {
  const { portal } = usePhrases();
  const language = useLanguage();
  const me = useMe();
  const { id, name, email, status } = member;
  const role = MEMBER_ROLES.find((each) => each === member.role);
  const isMe = id === me.member.id;
  return (
    <li>
      <h2 className="font-semibold">{name}</h2>
      <p className="small quiet">
        {[role ? memberRoleLabel(role, language) : member.role, email].join(" · ")}
      </p>
      <p className="small font-medium">
        {portal.memberStates[status]}
        {isMe ? ` · ${portal.you}` : null}
      </p>
      {isMe ? null : (
        <div className="mt-3 grid justify-items-start gap-2">
          {status === "active" ? null : (
            <StatusForm id={id} status="active" look="outline" label={portal.restore(name)} />
          )}
          {status === "active" ? (
            <Question label={portal.suspend} name={name} text={portal.suspendText(name)}>
              <StatusForm id={id} status="suspended" label={portal.suspendDo(name)} />
            </Question>
          ) : null}
          {status === "removed" ? null : (
            <Question label={portal.remove} name={name} text={portal.removeText(name)}>
              <StatusForm id={id} status="removed" label={portal.removeDo(name)} />
            </Question>
          )}
        </div>
      )}
    </li>
  );
}

/** Asks once more before something that shuts somebody out, without any script. */
function Question(facts: { label: string; name: string; text: string; children: ReactNode }) {
  return (
    <details className="fold">
      <summary className="btn btn-outline">
        {facts.label} <span className="sr">{facts.name}</span>
      </summary>
      <p className="my-3 max-w-xl">{facts.text}</p>
      {facts.children}
    </details>
  );
}

function StatusForm(facts: {
  id: string;
  status: (typeof STATUSES)[number];
  label: string;
  look?: "solid" | "outline";
}) {
  const { portal } = usePhrases();
  const href = useHref();
  const action = href("/producer/team");
  const isPending = usePending(action, { member: facts.id, status: facts.status }) !== null;
  return (
    <Form method="post" action={action}>
      <input type="hidden" name="member" value={facts.id} />
      <input type="hidden" name="status" value={facts.status} />
      <Button
        look={facts.look ?? "solid"}
        aria-disabled={isPending || undefined}
        onClick={isPending ? stop : undefined}
      >
        {isPending ? portal.saving : facts.label}
      </Button>
    </Form>
  );
}
