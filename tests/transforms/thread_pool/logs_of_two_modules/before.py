import logging

import client

logger = logging.getLogger("pages")


def length(number):
    page = client.get(number)
    if page is None:
        logger.warning("no page %d", number)
        return 0
    return len(page)


def main():
    logging.basicConfig(format="%(name)s %(module)s %(message)s")
    total = 0
    for number in range(20):
        size = length(number)
        total += size
        print(number, size)
    print(total)


if __name__ == "__main__":
    main()
