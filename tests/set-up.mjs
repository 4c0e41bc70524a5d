// Runs once before all tests: a zone with daylight saving, so that dates that lean on UTC show up.
export default function setUp() {
  process.env.TZ = 'America/New_York';
}
