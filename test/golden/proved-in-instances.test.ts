/** See search-what-is-proved.ts. */
import { searchWhatIsProved } from "./search-what-is-proved.ts";

searchWhatIsProved(15_000, ["raft-log", "shard-migration"]);
