import ftplib


def main():
    sizes = []
    ftp = ftplib.FTP(timeout=5)
    for number in range(12):
        try:
            sizes.append(ftp.size("file%d" % number))
        except (OSError, AttributeError) as error:
            sizes.append(type(error).__name__)
    print(sizes)


if __name__ == "__main__":
    main()
