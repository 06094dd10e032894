import hashlib


def digest(password):
    return hashlib.pbkdf2_hmac("sha256", password, b"salt", 2000).hex()


def main():
    digests = []
    for k in range(20):
        digests.append(digest(b"secret%d" % k))
    print(digests[0], digests[-1])


if __name__ == "__main__":
    main()
