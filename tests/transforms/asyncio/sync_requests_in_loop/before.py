import requests as http


def look_up(urls, agent):
    found = {}
    for url in urls:
        try:
            status = http.head(url, headers={"User-Agent": agent}).status_code
        except http.exceptions.ConnectionError:
            status = 0
        found[url] = status
    return found


urls = [f"http://127.0.0.1:9/{number}" for number in range(8)]
print(sorted(look_up(urls, "golden/1.0").items()))
