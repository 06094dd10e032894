import asyncio


async def main(paths):
    pages = []
    try:
        for path in paths:
            reader, writer = await asyncio.open_connection("127.0.0.1", 9)
            writer.write(b"HEAD " + path.encode() + b" HTTP/1.0\r\n\r\n")
            answer = await reader.readline()
            writer.close()
            pages.append(answer)
    except OSError:
        print("nobody there")
    print(len(pages))


asyncio.run(main(["/a", "/b", "/c"]))
