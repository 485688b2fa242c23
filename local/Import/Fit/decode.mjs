// Decodes FIT files: a line of standard input is one in base64, a line of standard output is what of it a workout is made of.
import { createInterface } from 'node:readline';

const { default: FitParser } = await import(process.argv[1]);

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    console.log(JSON.stringify(await decode(Buffer.from(line, 'base64'))));
}

async function decode(content) {
    try {
        // Not force: a file with a wrong checksum is refused rather than guessed at.
        const { file_ids, sessions, activity } = await new FitParser({ force: false }).parseAsync(content);
        return { type: file_ids[0]?.type, serial: file_ids[0]?.serial_number, offset: offset(activity), sessions: sessions.slice(0, 100).map(session) };
    } catch (error) {
        return { error: String(error?.message ?? error) };
    }
}

function session({ start_time, sport, sub_sport, total_timer_time, total_elapsed_time, total_distance, total_calories }) {
    return { start_time, sport, sub_sport, total_timer_time, total_elapsed_time, total_distance, total_calories };
}

// Minutes between the local clock and UTC, to the quarter of an hour in which offsets come; nothing where the file does not say.
function offset(activity) {
    const minutes = Math.round((activity?.local_timestamp - activity?.timestamp) / 900_000) * 15;
    return Math.abs(minutes) <= 840 ? minutes : undefined;
}
