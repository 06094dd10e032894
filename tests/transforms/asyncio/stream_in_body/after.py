import asyncio


async def main(paths):
    pages = []
    try:
        limit = asyncio.Semaphore(64)

        async def fetch_answer(path):
            async with limit:
                reader, writer = await asyncio.open_connection("127.0.0.1", 9)
                writer.write(b"HEAD " + path.encode() + b" HTTP/1.0\r\n\r\n")
                answer = await reader.readline()
                writer.close()
                return answer

        tasks = [asyncio.create_task(fetch_answer(path)) for path in paths]
        try:
            for task in tasks:
                answer = await task
                pages.append(answer)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    except OSError:
        print("nobody there")
    print(len(pages))


asyncio.run(main(["/a", "/b", "/c"]))
