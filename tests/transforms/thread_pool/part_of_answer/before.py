import requests


class Crawler:
    def __init__(self, base, session=None):
        self.base = base
        self.session = session or requests.Session()
        self.session.headers.update({"User-Agent": "crawler"})

    def crawl(self, pages):
        texts = {}
        for page in pages:
            response = self.session.get("%s/page/%d" % (self.base, page), timeout=10)
            response.raise_for_status()
            texts[page] = response.text
        return texts


print(Crawler("http://127.0.0.1:9").crawl(range(12)))
