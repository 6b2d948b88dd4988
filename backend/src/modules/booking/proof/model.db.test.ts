import fc from "fast-check";
import { steps } from "../../../../integration-tests/booking/commands";
import { letThemLoose } from "../../../../integration-tests/booking/deeds";
import { brokenHistories, violations } from "../../../../integration-tests/booking/invariant";
import { BookingModel, type ModelDeparture } from "../../../../integration-tests/booking/model";
import { aDepartureRow, aTourRow } from "../../../../integration-tests/booking/rows";
import type { Real } from "../../../../integration-tests/booking/step";
import { ownDatabase } from "../../../../integration-tests/database";
import { migrations } from "../migrations";
import BookingModuleService from "../service";

const stories = 12;
const mostSteps = 80;
/** A thousand deeds one after another take seconds, on a busy machine minutes. */
const patienceMs = 300_000;
const seats = 8;

describe("Any story of guests and hosts", () => {
  const service = new BookingModuleService();
  ownDatabase("booking-model", "booking", migrations);

  it("ends as it would on paper, step by step", { timeout: patienceMs }, async () => {
    const tell = async (
      story: Parameters<typeof fc.asyncModelRun<BookingModel, Real, boolean, BookingModel>>[1],
    ) => {
      const tour = await aTourRow();
      const departures: ModelDeparture[] = [];
      for (let n = 0; n < 3; n += 1) {
        const id = await aDepartureRow(tour, seats);
        departures.push({ id, capacity: seats, is_closed: false, is_over: false });
      }
      const model = new BookingModel(departures);
      await fc.asyncModelRun(() => ({ model, real: { service, tour } }), story);
    };
    await fc.assert(
      fc.asyncProperty(fc.commands(steps, { maxCommands: mostSteps, size: "max" }), tell),
      { numRuns: stories, endOnFailure: false },
    );
    expect(await brokenHistories()).toEqual([]);
  });

  it("keeps the counters right when a dozen of them happen at once", async () => {
    const tour = await aTourRow();
    const world = {
      tour,
      departures: [await aDepartureRow(tour, 10), await aDepartureRow(tour, 10)],
    };
    for (let round = 0; round < 6; round += 1) {
      const { failures } = await letThemLoose(service, world, {
        persons: 12,
        seed: 300 + round,
        ms: 500,
      });
      expect(failures).toEqual([]);
      expect(await violations()).toEqual([]);
      expect(await brokenHistories()).toEqual([]);
    }
  });
});
