"""The command `infinibay-desktop`."""

from infinibay_desktop.app.terminal import main

if __name__ == "__main__":
    main()
