// Decodes FIT files: each line of standard input is a file in base64, each line of standard output its fields for a workout.
import { createInterface } from 'node:readline';

const { default: FitParser } = await import(process.argv[1]);

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    console.log(JSON.stringify(await decode(Buffer.from(line, 'base64'))));
}

async function decode(content) {
    try {
        // Not force: a file with a wrong checksum is rejected.
        const { file_ids, sessions, activity } = await new FitParser({ force: false }).parseAsync(content);
        return { type: file_ids[0]?.type, serial: file_ids[0]?.serial_number, offset: offset(activity), sessions: sessions.slice(0, 100).map(session) };
    } catch (error) {
        return { error: String(error?.message ?? error) };
    }
}

function session({ start_time, sport, sub_sport, total_timer_time, total_elapsed_time, total_distance, total_calories }) {
    return { start_time, sport, sub_sport, total_timer_time, total_elapsed_time, total_distance, total_calories };
}

// Minutes between local time and UTC, rounded to a quarter of an hour; undefined if the file has no local time.
function offset(activity) {
    const minutes = Math.round((activity?.local_timestamp - activity?.timestamp) / 900_000) * 15;
    return Math.abs(minutes) <= 840 ? minutes : undefined;
}
