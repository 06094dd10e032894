import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

state = {"open": True}


async def fetch(number):
    await asyncio.sleep(0.01)
    return number if state["open"] else None


def close():
    state["open"] = False


async def main():
    loop = asyncio.get_event_loop()
    if flag:
        loop.call_later(0.035, close)
    closed = 0
    for number in range(count):
        closed += await fetch(number) is None
    print(closed > 0)


asyncio.run(main())
