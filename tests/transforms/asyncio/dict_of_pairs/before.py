import asyncio


async def resolve(name, port):
    await asyncio.sleep(0.01)
    return f"{name}:{port}"


async def main(hosts):
    addresses = {
        name: await resolve(name, port) for name, port in sorted(hosts.items())
    }
    for name in addresses:
        print(name, addresses[name])


asyncio.run(main({"beta": 80, "alpha": 443, "gamma": 8080}))
