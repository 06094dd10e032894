import asyncio


async def resolve(name, port):
    await asyncio.sleep(0.01)
    return f"{name}:{port}"


async def main(hosts):
    items = sorted(hosts.items())
    limit = asyncio.Semaphore(64)

    async def resolve_for_port(item):
        async with limit:
            name, port = item
            return await resolve(name, port)

    tasks = [asyncio.create_task(resolve_for_port(item)) for item in items]
    try:
        addresses = {
            name: await task for (name, port), task in zip(items, tasks)
        }
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for name in addresses:
        print(name, addresses[name])


asyncio.run(main({"beta": 80, "alpha": 443, "gamma": 8080}))
