"""What the operating system offers: paths, secrets, ssh, files, facts about this computer."""
