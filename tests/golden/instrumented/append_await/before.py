# The work is an expression, with a statement that it needs.
async def main(urls):
    results = []
    for url in urls:
        line = url.strip()
        results.append(await fetch(line))
    return results
