import asyncio
import sys

ends = eval("__import__('socket').socketpair()")


async def score(number):
    await asyncio.sleep(0.001)
    eval("ends[0].send(bytes([number]))", globals(), {"number": number})
    return number


async def main():
    results = []
    for number in range(int(sys.argv[1])):
        results.append(await score(number))
    print(results, len(eval("ends[1].recv(100) if results else b''", globals(), {"results": results})))


asyncio.run(main())
