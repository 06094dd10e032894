# The work is statements, which leave `text` and add to `sizes`.
async def main(session, urls):
    sizes = []
    for url in urls:
        async with session.get(url) as response:
            text = await response.text()
        sizes.append(len(text))
        print(text)
    return sizes
