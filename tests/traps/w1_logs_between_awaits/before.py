import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s %(threadName)s %(message)s")
log = logging.getLogger("a")


async def ask(n):
    await asyncio.sleep(0.001 * (n % 3))
    if n % 4 == 3:
        raise TimeoutError(n)
    return n


async def main(count):
    out = []
    for n in range(count):
        try:
            value = await ask(n)
        except TimeoutError as error:
            log.warning("late %s %r", n, error)
            continue
        log.info("got %s", value)
        out.append(value)
    print(out)


asyncio.run(main(int(sys.argv[1])))
