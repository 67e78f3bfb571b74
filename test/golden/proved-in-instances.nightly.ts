/** In larger instances: `npm run nightly`. */
import { searchWhatIsProved } from "./search-what-is-proved.ts";

searchWhatIsProved(50_000);
