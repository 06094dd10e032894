import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

class Done(StopIteration):
    pass

def pick(number):
    if flag and number == 4:
        raise Done(number)
    return number

async def fetch(number):
    await asyncio.sleep(0.002)
    return number * 2

async def main():
    try:
        for number in range(count):
            value = await fetch(pick(number))
            print(value)
    except Done as error:
        print("done", error)
    except RuntimeError as error:
        print("runtime", error)

asyncio.run(main())
