import asyncio


async def fetch(path):
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", 9)
    except OSError:
        return b""
    writer.write(f"GET {path} HTTP/1.0\r\n\r\n".encode())
    page = await reader.read()
    writer.close()
    return page


async def main():
    sizes = []
    limit = asyncio.Semaphore(64)

    async def fetch_for_number(number):
        async with limit:
            return len(await fetch(f"/{number}"))

    tasks = [
        asyncio.create_task(fetch_for_number(number))
        for number in range(6)
    ]
    try:
        for task in tasks:
            sizes.append(await task)
            await asyncio.sleep(0)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    print(sizes)


asyncio.run(main())
