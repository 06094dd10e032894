# Nothing but an expression can await in front of the work.
async def main(urls):
    return [await fetch(url) for url in urls if url]
