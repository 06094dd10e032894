import asyncio


async def fetch(number):
    await asyncio.sleep(0.01)
    return number * 2


async def main():
    bodies = []
    for number in range(8):
        bodies.append(await fetch(number))
    print(bodies)


jobs = [main()]
asyncio.run(jobs[0])
