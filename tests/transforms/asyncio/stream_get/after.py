import asyncio

HOST = "127.0.0.1"


async def fetch(path):
    try:
        reader, writer = await asyncio.open_connection(HOST, 9)
    except OSError as error:
        return type(error).__name__
    request = f"GET {path} HTTP/1.0\r\nHost: {HOST}\r\n\r\n"
    writer.write(request.encode())
    await writer.drain()
    body = await reader.read()
    writer.close()
    await writer.wait_closed()
    return body.decode()


async def main():
    items = list(("index.html", "about.html", "news.html"))
    limit = asyncio.Semaphore(64)

    async def fetch_for_name(name):
        async with limit:
            return await fetch("/" + name)

    tasks = [asyncio.create_task(fetch_for_name(name)) for name in items]
    try:
        for name, task in zip(items, tasks):
            print(name, await task)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


asyncio.run(main())
