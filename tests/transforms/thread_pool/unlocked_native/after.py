import hashlib
import os
from concurrent.futures import ThreadPoolExecutor


def digest(password):
    return hashlib.pbkdf2_hmac("sha256", password, b"salt", 2000).hex()


def main():
    digests = []

    def digest_for_k(k):
        return digest(b"secret%d" % k)

    with ThreadPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0)))
    ) as pool:
        digests.extend(pool.map(digest_for_k, range(20)))
    print(digests[0], digests[-1])


if __name__ == "__main__":
    main()
