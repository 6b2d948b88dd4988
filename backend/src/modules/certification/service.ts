import type { CertificationStatus, CertificationStep } from "@cho-lang/shared/domain/certification";
import { fold } from "@cho-lang/shared/vietnamese";
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex";
import type { Context, DAL, InferTypeOf } from "@medusajs/framework/types";
import { MedusaService } from "@medusajs/framework/utils";
import type { Actor } from "../../lib/actor";
import { notFound, refuse } from "../../lib/errors";
import { Certification } from "./models/certification";
import { CertificationEvent } from "./models/certification-event";
import { lockCertifications } from "./queries";
import { columnsAfter, decide } from "./rules";

export type CertificationRow = InferTypeOf<typeof Certification>;

/** What a certificate is submitted with; the issuer follows from the day by `issuerRule`. */
export type Dossier = Pick<
  CertificationRow,
  | "product_id"
  | "producer_id"
  | "product_title"
  | "stars"
  | "decision_number"
  | "decided_on"
  | "expires_on"
  | "issuer_level"
  | "issuer_name"
  | "province_code"
  | "is_demo"
>;

export interface CertificationChange {
  id: string;
  event_id: string;
  from: CertificationStatus;
}

/**
 * Certificates and their history. Every decision runs under the lock of the certificates' rows: of
 * two equal decisions at once one is made, with one event, and the other is refused.
 */
export default class CertificationModuleService extends MedusaService({
  Certification,
  CertificationEvent,
}) {
  private readonly repository: DAL.RepositoryService;

  constructor(container: { baseRepository: DAL.RepositoryService }) {
    super(container);
    this.repository = container.baseRepository;
  }

  /** Adds submitted certificates and their first events, all or none. */
  async submit(dossiers: Dossier[], actor: Actor): Promise<CertificationRow[]> {
    return this.repository.transaction<SqlEntityManager>(async (transactionManager) => {
      const context: Context = { transactionManager };
      const certifications = await this.createCertifications(
        dossiers.map((dossier) => ({
          ...dossier,
          decision_folded: fold(dossier.decision_number),
          status: "submitted" as const,
        })),
        context,
      );
      await this.createCertificationEvents(
        certifications.map(({ id }) => ({
          certification_id: id,
          kind: "submitted" as const,
          actor_id: actor.id,
          actor_name: actor.name,
        })),
        context,
      );
      return certifications;
    });
  }

  /**
   * Verifies, rejects or revokes all of `ids` or none: a missing one is not_found, one in a wrong
   * status is refused with the code of `decide`. `revoked_on` is the local day of a revocation.
   */
  async decideAbout(input: {
    ids: string[];
    step: CertificationStep;
    actor: Actor;
    reason: string | null;
    revoked_on: string;
  }): Promise<CertificationChange[]> {
    const { step, actor, reason, revoked_on } = input;
    const ids = [...new Set(input.ids)];
    return this.locked(ids, async (context) => {
      const certifications = await this.listCertifications({ id: ids }, { take: null }, context);
      const decided = certifications.map(({ id, status, decided_on }) => {
        const verdict = decide(status, step);
        if (!verdict.allowed) refuse(verdict.code, verdict.message);
        if (step === "revoke" && revoked_on < decided_on) {
          refuse("revoked_before_decision", "A certificate can't be revoked before its decision.");
        }
        return { id, to: verdict.to };
      });
      await this.updateCertifications(
        decided.map(({ id, to }) => ({ id, ...columnsAfter({ to, reason, revoked_on }) })),
        context,
      );
      const events = await this.createCertificationEvents(
        decided.map(({ id, to }) => ({
          certification_id: id,
          kind: to,
          actor_id: actor.id,
          actor_name: actor.name,
          reason,
        })),
        context,
      );
      const from = new Map(certifications.map(({ id, status }) => [id, status]));
      return events.map((event) => ({
        id: event.certification_id,
        event_id: event.id,
        from: from.get(event.certification_id) ?? "submitted",
      }));
    });
  }

  /** Takes decisions back that their workflow could not finish: status and history are as before. */
  async undoDecision(changes: CertificationChange[]): Promise<void> {
    await this.locked(
      changes.map(({ id }) => id),
      async (context) => {
        await this.updateCertifications(
          changes.map(({ id, from }) => ({
            id,
            status: from,
            rejected_reason: null,
            revoked_on: null,
            revoked_reason: null,
          })),
          context,
        );
        await this.deleteCertificationEvents(
          changes.map(({ event_id }) => event_id),
          context,
        );
      },
    );
  }

  private async locked<Result>(
    ids: string[],
    deed: (context: Context) => Promise<Result>,
  ): Promise<Result> {
    return this.repository.transaction<SqlEntityManager>(async (transactionManager) => {
      const found = await lockCertifications(transactionManager, ids);
      if (found.length !== ids.length) notFound("The certificate");
      return deed({ transactionManager });
    });
  }
}
