# A loop that awaits nothing, though its function does.
async def main(urls):
    await log("begins")
    return [fetch(url) for url in urls]
