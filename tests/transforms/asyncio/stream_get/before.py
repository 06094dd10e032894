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
    for name in ("index.html", "about.html", "news.html"):
        print(name, await fetch("/" + name))


asyncio.run(main())
