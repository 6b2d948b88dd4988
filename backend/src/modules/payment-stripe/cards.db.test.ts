import { defineCards } from "../../../integration-tests/stripe/cards";
import { type Simulator, startSimulator } from "../../../integration-tests/stripe/simulator";

const key = process.env.STRIPE_TEST_KEY ?? "";

describe("Cards at the simulator", () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator();
  });
  afterAll(() => simulator.end());

  defineCards(() => simulator.options);
});

/** Without a key there is nothing to prove: the run then says "skipped", never "passed". */
describe.skipIf(!key.startsWith("sk_test_"))("Cards at Stripe itself, with STRIPE_TEST_KEY", () => {
  defineCards(() => ({ api_key: key }));
});
