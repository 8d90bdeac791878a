// Times each prediction in the worker itself, from the picture to what is read in it.

const CLOCK = `
from time import perf_counter


def timed(recognize):
    def recognize_and_tell(image):
        begin = perf_counter()
        recognition = recognize(image)
        print("prediction:", 1000 * (perf_counter() - begin))
        return recognition

    return recognize_and_tell


recognizer.recognize = timed(recognizer.recognize)
`;

/** Have the site's worker tell how long each of its predictions takes. */
export function timePredictions(site) {
  site.alter(/\/worker\.py$/, (body) => Buffer.concat([body, Buffer.from(CLOCK)]));
}

/** The times that it told on the console, in milliseconds. */
export function predictionsIn(lines) {
  return lines.flatMap((line) => /^prediction: ([\d.]+)/.exec(line)?.slice(1).map(Number) ?? []);
}
