"""What a catalogue holds of people, and making that unreadable for good."""
